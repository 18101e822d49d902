// Which values Zod takes for a member of each type; prints JSON as decoders.py does.
const { z } = require("zod");

const values = [
  null, true, 0, 3, -1, 1.5, "", "text", "12", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "2024-01-31T12:30:00.000Z",
  "2024-01-31T12:30:00+01:00", "2024-01-31T12:30:00", "2024-01-31", [], [1], {}, { a: 1 },
];
const types = {
  string: z.string(), int: z.int(), number: z.number(), boolean: z.boolean(), datetime: z.iso.datetime(), uuid: z.uuid(),
  enum: z.enum(["A", "B"]), array: z.array(z.number()), record: z.record(z.string(), z.number()),
  nullable: z.string().nullable(), bounded: z.number().min(1),
};
const probe = ([name, type]) => {
  const model = z.object({ f: type });
  const cases = values.map((value) => [value, !model.safeParse({ f: value }).success]);
  return { decoder: "zod", type: name, schema: z.toJSONSchema(model, { io: "input" }), cases };
};
console.log(JSON.stringify(Object.entries(types).map(probe)));

//! Finds the operation that a request was for.

use std::borrow::Cow;

use contract::{Contract, Method, Operation, Release, ReleaseSet};
use foldhash::HashMap;

use super::segment::Segment;

/// The operations of a contract, at whichever release they exist, by method and path.
pub(crate) struct Routes<'c> {
    /// By method and number of segments.
    routes: HashMap<(Method, usize), Alike<'c>>,
}

/// Routes of one method and one number of segments, the more literal first.
#[derive(Default)]
struct Alike<'c> {
    /// Those that begin with a literal, by that.
    literal: HashMap<&'c str, Vec<Route<'c>>>,
    open: Vec<Route<'c>>,
}

struct Route<'c> {
    operation: &'c Operation,
    segments: Vec<Segment<'c>>,
    /// The names of the parameters, by the number of the parameter: those that it has, and behind them those that it had
    /// before.
    names: Vec<(usize, &'c str)>,
}

/// The operation that a path belongs to, with what the path gives for the parameters.
pub(crate) struct Match<'c> {
    pub(crate) operation: &'c Operation,
    pub(crate) parameters: Vec<(&'c str, String)>,
}

impl<'c> Routes<'c> {
    pub(crate) fn new(contract: &'c Contract) -> Self {
        let mut routes: HashMap<_, Alike<'c>> = HashMap::default();
        // The literal wins over the template: `/assets/random` before `/assets/{id}`.
        let mut sorted: Vec<Route<'c>> = contract.operations.iter().map(Route::of).collect();
        sorted.sort_by_key(Route::shape);
        for route in sorted {
            routes.entry((route.operation.method, route.segments.len())).or_default().add(route);
        }
        Self { routes }
    }

    /// The routes that such a request may belong to, the more literal first. A `HEAD` is for what is documented for it,
    /// else for what a `GET` would be for: HTTP answers it by the head of that.
    fn candidates(&self, method: &str, path: &[Cow<'_, str>]) -> impl Iterator<Item = &Route<'c>> {
        let method: Option<Method> = method.parse().ok();
        let get = method.filter(|method| *method == Method::Head).map(|_| Method::Get);
        let alike = [method, get].map(|method| self.routes.get(&(method?, path.len())));
        let first = path.first().map_or("", |first| first);
        alike.into_iter().flatten().flat_map(move |alike| alike.beginning(first))
    }

    /// The operations for a method and the segments of a path below the base path, each with the releases of `open` that
    /// take the request for it.
    ///
    /// The most literal template decides. At releases at which its operation does not exist it is given all the same,
    /// since that is what the client meant; of two lives of one template the one that exists goes first.
    pub(crate) fn find(&self, method: &str, path: &[Cow<'_, str>], open: ReleaseSet) -> Vec<(ReleaseSet, Match<'c>)> {
        let mut left = open;
        let mut found: Vec<(ReleaseSet, Match<'c>)> = Vec::new();
        for meant in self.all(method, path) {
            let at = left & meant.operation.life;
            left = left - at;
            found.push((at, meant));
        }
        if let Some((at, _)) = found.first_mut() {
            *at = *at | left;
        }
        found.retain(|(at, _)| !at.is_empty());
        found
    }

    /// The operations, of whichever release, of the most literal template that a path fits.
    pub(crate) fn meant(&self, method: &str, path: &[Cow<'_, str>]) -> Vec<&'c Operation> {
        self.all(method, path).iter().map(|found| found.operation).collect()
    }

    /// The operation that a server of a release takes a request for, whatever the client meant.
    pub(crate) fn taker(&self, method: &str, path: &[Cow<'_, str>], release: Release) -> Option<Match<'c>> {
        let alive = |route: &&Route<'c>| route.operation.life.contains(release);
        let mut fitting = self.candidates(method, path).filter(alive);
        fitting
            .find_map(|route| route.parameters(path).map(|parameters| Match { operation: route.operation, parameters }))
    }

    /// The same, with what the path gives for the parameters of each.
    pub(crate) fn all(&self, method: &str, path: &[Cow<'_, str>]) -> Vec<Match<'c>> {
        let mut best = None;
        let mut found = Vec::new();
        for route in self.candidates(method, path) {
            let Some(parameters) = route.parameters(path) else { continue };
            let shape = (route.operation.method, route.shape());
            if *best.get_or_insert_with(|| shape.clone()) != shape {
                break;
            }
            found.push(Match { operation: route.operation, parameters });
        }
        found
    }
}

impl<'c> Alike<'c> {
    fn add(&mut self, route: Route<'c>) {
        match route.segments.first().and_then(Segment::literal) {
            Some(literal) => self.literal.entry(literal).or_default().push(route),
            None => self.open.push(route),
        }
    }

    /// Those for paths whose first segment is this.
    fn beginning(&self, first: &str) -> impl Iterator<Item = &Route<'c>> + use<'_, 'c> {
        self.literal.get(first).into_iter().flatten().chain(&self.open)
    }
}

impl<'c> Route<'c> {
    fn of(operation: &'c Operation) -> Self {
        let (segments, now) = segments(operation.path());
        let mut names: Vec<(usize, &'c str)> = now.into_iter().enumerate().collect();
        for (_, path) in operation.paths.iter() {
            let former = self::segments(path).1.into_iter().enumerate();
            names.extend(former.filter(|(_, name)| names.iter().all(|(_, known)| known != name)).collect::<Vec<_>>());
        }
        Self { operation, segments, names }
    }

    /// For each segment how open it is; literals sort first.
    fn shape(&self) -> Vec<usize> {
        self.segments.iter().map(Segment::openness).collect()
    }

    /// What a path of as many segments gives for the parameters, if it fits.
    fn parameters(&self, path: &[Cow<'_, str>]) -> Option<Vec<(&'c str, String)>> {
        let pairs = || self.segments.iter().zip(path);
        // Most routes that are no match differ in a literal.
        if !pairs().all(|(segment, text)| segment.may_fit(text)) {
            return None;
        }
        let mut values = Vec::new();
        let fits = pairs().all(|(segment, text)| segment.values(text, &mut values));
        let given = |(index, name): &(usize, &'c str)| Some((*name, (*values.get(*index)?).to_owned()));
        fits.then(|| self.names.iter().filter_map(given).collect())
    }
}

/// The segments of a template, and the names of the parameters in them.
fn segments(template: &str) -> (Vec<Segment<'_>>, Vec<&str>) {
    let mut names = Vec::new();
    let segments = template.trim_start_matches('/').split('/').map(|text| Segment::read(text, &mut names));
    (segments.collect(), names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::read;
    use serde_json::json;

    /// What a GET of a path finds: path template and parameters.
    fn found(path: &str, release: &str) -> Option<(String, Vec<String>)> {
        let operation = |path: &str, life: &str| json!({"operationId": path, "method": "get", "path": path, "x-immich-life": life, "responses": {}});
        let document = json!({"operations": [
            operation("/assets/{id}", ".."),
            operation("/assets/random", "..3.0.0-rc.1"),
            operation("/assets/{id}/{size}", "..2.0.0"),
            operation("/assets/{key}/{size}", "2.0.0.."),
            operation("/tiles/{z}", ".."),
            operation("/tiles/{z}-{x}", ".."),
            operation("/tiles/{z}.png", ".."),
        ]});
        let contract = read::annotated(&document).unwrap().contract;
        let segments: Vec<Cow<'_, str>> = path.trim_start_matches('/').split('/').map(Cow::from).collect();
        let found = Routes::new(&contract).find("GET", &segments, ReleaseSet::only(Release::known(release)));
        let (_, found) = found.into_iter().next()?;
        let parameters = found.parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Some((found.operation.path_at(Release::known(release)).to_owned(), parameters))
    }

    #[test]
    fn the_literal_wins_and_says_so_when_it_is_gone() {
        let random = Some(("/assets/random".to_owned(), vec![]));
        assert_eq!(found("/assets/random", "1.132.3"), random);
        assert_eq!(found("/assets/random", "3.0.2"), random, "the client meant the operation that is gone");
        assert_eq!(found("/assets/x", "3.0.2"), Some(("/assets/{id}".to_owned(), vec!["id=x".to_owned()])));
    }

    #[test]
    fn of_two_lives_of_one_template_the_living_one_is_found() {
        let old = ("/assets/{id}/{size}".to_owned(), vec!["id=a".to_owned(), "size=b".to_owned()]);
        assert_eq!(found("/assets/a/b", "1.132.3"), Some(old));
        let new = ("/assets/{key}/{size}".to_owned(), vec!["key=a".to_owned(), "size=b".to_owned()]);
        assert_eq!(found("/assets/a/b", "2.0.0"), Some(new));
    }

    #[test]
    fn parameters_may_be_part_of_a_segment() {
        for (path, template, parameters) in [
            ("/tiles/3-5", "/tiles/{z}-{x}", vec!["z=3", "x=5"]),
            ("/tiles/3.png", "/tiles/{z}.png", vec!["z=3"]),
            ("/tiles/3-5.png", "/tiles/{z}.png", vec!["z=3-5"]),
            ("/tiles/3", "/tiles/{z}", vec!["z=3"]),
        ] {
            let parameters = parameters.into_iter().map(str::to_owned).collect();
            assert_eq!(found(path, "2.0.0"), Some((template.to_owned(), parameters)), "{path}");
        }
    }

    #[test]
    fn other_paths_and_empty_segments_find_nothing() {
        assert_eq!(found("/albums", "2.0.0"), None);
        assert_eq!(found("/assets/", "2.0.0"), None);
    }
}

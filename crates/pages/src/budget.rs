//! How long a page may become.

/// The longest page, in bytes.
pub const LIMIT: usize = 5_000_000;

/// What is left of the bytes that a part of a page may take.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    left: usize,
}

impl Budget {
    /// So many bytes.
    pub fn of(bytes: usize) -> Self {
        Self { left: bytes }
    }

    /// Takes so many bytes, and says whether more than those were left; once they were not, nothing is left.
    pub fn take(&mut self, bytes: usize) -> bool {
        self.left = self.left.saturating_sub(bytes);
        self.left > 0
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;

    #[test]
    fn what_is_spent_is_spent() {
        let mut budget = Budget::of(10);
        let taken: Vec<bool> = [3, 6, 2, 1].into_iter().map(|bytes| budget.take(bytes)).collect();
        assert_eq!(taken, [true, true, false, false]);
    }
}

-- Hardly an identifier has to be quoted: the planner, which counts the function for every row, would read products from
-- end to end in parallel rather than by an index.
ALTER FUNCTION access.quoted(text) COST 1;

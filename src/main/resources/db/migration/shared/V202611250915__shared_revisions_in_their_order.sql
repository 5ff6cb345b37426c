-- A history is read in the order of its revisions. Ids that a node had fetched in advance were smaller than those of statements
-- and of other nodes that came before: what was changed from what to what was then told wrongly.
ALTER SEQUENCE revision_seq INCREMENT BY 1;

-- Transfers are numbered for people.
ALTER SEQUENCE transfer_seq INCREMENT BY 1;

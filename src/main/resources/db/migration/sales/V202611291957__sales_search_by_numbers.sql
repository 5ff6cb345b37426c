-- Of the text that search_pieces is made of, in the same words as SearchTarget.searched.
CREATE INDEX opportunity_numbers ON opportunity USING gin (search_numbers(name || ' ' || coalesce(reference, '')));

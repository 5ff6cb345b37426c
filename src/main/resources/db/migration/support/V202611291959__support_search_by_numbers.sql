-- Of the text that search_pieces is made of, in the same words as SearchTarget.searched.
CREATE INDEX ticket_search_numbers ON ticket USING gin (search_numbers(
    name || ' ' || number::text || ' ' || coalesce(requester_name, '') || ' ' || coalesce(requester_email, '') || ' ' || coalesce(reference, '')));

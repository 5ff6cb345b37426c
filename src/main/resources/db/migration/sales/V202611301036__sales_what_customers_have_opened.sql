-- That a contact has opened a quote or a contract on the customer's own pages is an event of it; segments ask who did, and when.
CREATE INDEX quote_event_opened ON quote_event (quote_id, at) WHERE kind = 'OPENED';
CREATE INDEX contract_event_opened ON contract_event (contract_id, at) WHERE kind = 'OPENED';

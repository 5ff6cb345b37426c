-- What had to stay goes later, in a run of its own: one receiver can have several shares of a kind.
ALTER TABLE handover_share DROP CONSTRAINT handover_share_handover_id_kind_receiver_id_key;

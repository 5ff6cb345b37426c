-- A price of next to nothing for what costs much is a margin of minus millions of per cent. The scale stays: no row is written anew.
ALTER TABLE quote ALTER margin_percent TYPE numeric(24, 1);
ALTER TABLE contract ALTER margin_percent TYPE numeric(24, 1);

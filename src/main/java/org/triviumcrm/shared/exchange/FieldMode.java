package org.triviumcrm.shared.exchange;

/** What happens to a field of a record that exists already. An empty cell never empties a field. */
public enum FieldMode {
    OVERWRITE,
    FILL_EMPTY,
    KEEP
}

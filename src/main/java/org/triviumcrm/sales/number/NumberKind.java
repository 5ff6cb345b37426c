package org.triviumcrm.sales.number;

/** Papers that are numbered. */
public enum NumberKind {
    QUOTE("Q-{yyyy}-{nnnnn}"),
    CONTRACT("C-{yyyy}-{nnnnn}");

    private final String usual;

    NumberKind(String usual) {
        this.usual = usual;
    }

    /** Where nobody has chosen another pattern. */
    NumberPattern usual() {
        return NumberPattern.of(usual);
    }
}

package org.triviumcrm.marketing.mining.tree;

/**
 * What is known of each row.
 *
 * @param key by which it is found again
 * @param barred must not be used to decide
 */
public record Attribute(String key, AttributeKind kind, boolean barred) {

    public Attribute(String key, AttributeKind kind) {
        this(key, kind, false);
    }
}

package org.triviumcrm.marketing.mining.tree;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * A question, or a leaf. Numbers are asked whether they are at most the threshold or not known, or, without a threshold, whether they are
 * not known; choices whether they are the value, or, without one, whether they are not known.
 *
 * @param attribute its place, or -1 for a leaf
 * @param match place of the node for yes to the question
 * @param other place of the node for no
 * @param yes how many of those learned from said yes to what is to be learned
 * @param count how many were learned from
 */
public record Node(
        int attribute, @Nullable Double threshold, @Nullable String value, int match, int other, long yes, long count) {

    static Node leaf(long yes, long count) {
        return new Node(-1, null, null, -1, -1, yes, count);
    }

    public boolean isLeaf() {
        return attribute < 0;
    }

    public Share share() {
        return new Share(yes, count);
    }

    boolean matches(AttributeKind kind, Row row) {
        if (kind.isNumber()) {
            double number = row.number(attribute);
            return Double.isNaN(number) || (threshold != null && number <= threshold);
        }
        String text = row.text(attribute);
        return value == null ? text == null : value.equals(text);
    }
}

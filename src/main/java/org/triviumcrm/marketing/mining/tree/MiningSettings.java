package org.triviumcrm.marketing.mining.tree;

import org.jspecify.annotations.Nullable;

/**
 * How a tree is to be learned.
 *
 * @param depth how many questions at most lead to a leaf; null leaves it to cross-validation
 * @param leaf how many rows a leaf has at least; null leaves it to cross-validation
 * @param balanced whether those who said yes count as much together as those who said no
 * @param seed the same one gives the same tree
 */
public record MiningSettings(
        @Nullable Integer depth, @Nullable Integer leaf, boolean balanced, long seed) {

    public static MiningSettings byItself() {
        return new MiningSettings(null, null, false, 1);
    }
}

/** Decision trees: learned from rows with a yes or no, read as rules, asked about rows to come. */
@NullMarked
package org.triviumcrm.marketing.mining.tree;

import org.jspecify.annotations.NullMarked;

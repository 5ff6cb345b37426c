/** How well a guess at yes or no does, in figures: pure arithmetic over scores and what came true. */
@NullMarked
package org.triviumcrm.marketing.mining.measure;

import org.jspecify.annotations.NullMarked;

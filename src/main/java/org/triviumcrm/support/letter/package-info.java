/** Replies on their way to the customer: what the letter says, where it is, and by what it is known when it is answered. */
@NullMarked
package org.triviumcrm.support.letter;

import org.jspecify.annotations.NullMarked;

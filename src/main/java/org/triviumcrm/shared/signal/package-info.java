/** Words that every node hears, such as that something which nodes keep in memory has changed. */
@NullMarked
package org.triviumcrm.shared.signal;

import org.jspecify.annotations.NullMarked;

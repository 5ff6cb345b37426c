/** Talk with visitors of websites: the talks themselves, and the desk at which agents lead them. */
@NullMarked
package org.triviumcrm.support.chat;

import org.jspecify.annotations.NullMarked;

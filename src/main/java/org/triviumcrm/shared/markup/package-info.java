/** Text with marks, as people write it, and HTML that is safe to show. */
@NullMarked
package org.triviumcrm.shared.markup;

import org.jspecify.annotations.NullMarked;

/** Files that people attach to records: what may be attached, and how it is kept and handed out. */
@NullMarked
package org.triviumcrm.shared.attachment;

import org.jspecify.annotations.NullMarked;

/** What the database keeps and nobody must read there. */
@NullMarked
package org.triviumcrm.shared.secret;

import org.jspecify.annotations.NullMarked;

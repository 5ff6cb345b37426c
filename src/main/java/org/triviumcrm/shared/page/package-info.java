/** What stands on a page hundreds of times, or on every page the same, drawn without the template engine's detours. */
@NullMarked
package org.triviumcrm.shared.page;

import org.jspecify.annotations.NullMarked;

package org.triviumcrm.support.help;

import org.triviumcrm.shared.web.NotFound;

/** Nothing that everybody may read; whether there is something else is not told. */
class NoSuchHelp extends NotFound {

    private static final long serialVersionUID = 1;
}

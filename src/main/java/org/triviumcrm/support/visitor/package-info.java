/** What visitors of websites see and send: everybody's addresses, nobody is signed in. */
@NullMarked
package org.triviumcrm.support.visitor;

import org.jspecify.annotations.NullMarked;

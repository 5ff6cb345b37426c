/** What a website carries so that its visitors can talk to us. */
@NullMarked
package org.triviumcrm.support.widget;

import org.jspecify.annotations.NullMarked;

/** What people see of a flow: its steps one below the other, with who decides and when. */
@NullMarked
package org.triviumcrm.approval.diagram;

import org.jspecify.annotations.NullMarked;

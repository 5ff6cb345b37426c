/**
 * Where every change of an opportunity's state, stage or worth goes through: the approvals are asked here, and only here, and
 * the database lets through what was asked.
 */
@NullMarked
package org.triviumcrm.sales.exit;

import org.jspecify.annotations.NullMarked;

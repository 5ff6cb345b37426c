/**
 * Where every step in a campaign's life and every change of its plan goes through: the approvals are asked here, and only here,
 * and the database lets through what was asked.
 */
@NullMarked
package org.triviumcrm.marketing.exit;

import org.jspecify.annotations.NullMarked;

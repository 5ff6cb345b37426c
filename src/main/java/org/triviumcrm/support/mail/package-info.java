/** Mails of customers: fetched from mailboxes, kept as they came, read, and put into the ticket they belong to or a new one. */
@NullMarked
package org.triviumcrm.support.mail;

import org.jspecify.annotations.NullMarked;

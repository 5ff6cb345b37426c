package org.triviumcrm.customer;

import java.util.Optional;

/** The pages that contacts have of their own, for what is sent to them. Implemented by the module that owns the portal. */
public interface ContactPages {

    /** Path of the page where a contact can read a quote that was sent to them; empty while they can't sign in. */
    Optional<String> quote(long contactId, long quoteId);

    /** The same of a contract. */
    Optional<String> contract(long contactId, long contractId);
}

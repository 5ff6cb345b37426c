package org.triviumcrm.sales.member;

/** What a co-owner may do with an opportunity, as far as permitted to do it with any. */
public enum Access {
    VIEW,
    EDIT
}

package org.triviumcrm.insight.people;

/** By what expenses are told apart. */
public enum ExpenseCut {
    PERSON,
    OPPORTUNITY
}

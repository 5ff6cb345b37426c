package org.triviumcrm.sales.opportunity;

/** An opportunity ticked in a list, and who has it. */
public record OpportunityChoice(long id, String name, String owner) {}

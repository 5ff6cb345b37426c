package org.triviumcrm.sales.territory;

/** A territory to choose, with the names from the top down to it. */
public record TerritoryChoice(long id, String path) {}

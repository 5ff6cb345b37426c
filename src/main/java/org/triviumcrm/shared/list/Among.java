package org.triviumcrm.shared.list;

/**
 * Whether a row of a list is among those that have to do with some values, in two ways that say the same; each with {@code %1$s} where the
 * values go.
 *
 * @param found a condition for which the rows are found by what the values lead to
 * @param ofARow one for a row that is there already, in the order in which rows are walked through: one look for each. In a form that the
 *     planner does not make a join of, which would end the order of the walk
 */
public record Among(String found, String ofARow) {}

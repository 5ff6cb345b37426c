package org.triviumcrm.sales.territory;

import java.math.BigDecimal;

/**
 * What lies in a territory; amounts in the company's currency.
 *
 * @param open number of open opportunities
 * @param amount of the open ones
 * @param weighted the same, each times its chance
 * @param won amount of what was won since a day
 */
record TerritoryFigures(long open, BigDecimal amount, BigDecimal weighted, BigDecimal won) {

    static final TerritoryFigures NONE = new TerritoryFigures(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    TerritoryFigures plus(TerritoryFigures other) {
        return new TerritoryFigures(
                open + other.open, amount.add(other.amount), weighted.add(other.weighted), won.add(other.won));
    }
}

package org.triviumcrm.sales.signing;

/**
 * What contracts do by themselves.
 *
 * @param wins whether the opportunity of a contract that is signed is won
 * @param renews whether a contract whose end comes near makes an opportunity to renew it, where it says so
 */
public record ContractSettings(boolean wins, boolean renews) {}

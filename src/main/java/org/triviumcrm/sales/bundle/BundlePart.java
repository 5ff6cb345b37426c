package org.triviumcrm.sales.bundle;

import java.math.BigDecimal;

/**
 * What is in a bundle.
 *
 * @param name of the product
 * @param quantity for one bundle
 */
public record BundlePart(long productId, String name, BigDecimal quantity) {}

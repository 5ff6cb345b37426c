package org.triviumcrm.sales.product;

/** What a product is. A bundle is sold as one and consists of others. */
public enum ProductKind {
    GOODS,
    SERVICE,
    BUNDLE
}

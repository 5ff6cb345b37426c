package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

/**
 * What stands on the papers of the company.
 *
 * @param name of the company, as papers say it
 * @param address several lines
 * @param taxNumber such as a VAT number, or the unified social credit code
 * @param bank several lines: where money is paid to
 * @param footer at the end of a paper
 * @param logo a picture, null for none; {@code logoType} is its content type
 */
public record Letterhead(
        String name,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String taxNumber,
        @Nullable String bank,
        @Nullable String footer,
        byte @Nullable [] logo,
        @Nullable String logoType) {}

package org.triviumcrm.shared.exchange;

/** How the text of a cell is read. The values handed to a target are of the type named here. */
public enum FieldType {
    /** {@code String} */
    TEXT,
    /** {@code String} with an address in it */
    EMAIL,
    /** {@code String} of three capital letters */
    CURRENCY,
    /** {@code Long} */
    INTEGER,
    /** {@code BigDecimal} of scale 2 */
    DECIMAL,
    /** {@code BigDecimal} of scale 4, as prices and costs of one piece have it */
    PRICE,
    /** {@code BigDecimal} of scale 8, as rates have it; greater than zero */
    RATE,
    /** {@code BigDecimal} as it stands, with six decimal places at most */
    NUMBER,
    /** {@code LocalDate} */
    DATE,
    /** {@code LocalDateTime}, at the start of the day where no time is said; {@code OffsetDateTime} where the text names an offset */
    MOMENT,
    /** {@code Boolean} */
    YES_NO,
    /** {@code Long}: the id of the record that the text names */
    REFERENCE
}

package org.triviumcrm.sales.paper;

/**
 * A paper as a file, as it has left.
 *
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record PaperFile(String name, byte[] bytes, String sha256) {}

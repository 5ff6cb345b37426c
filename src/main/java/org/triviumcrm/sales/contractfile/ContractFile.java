package org.triviumcrm.sales.contractfile;

import java.time.Instant;

/** A file that belongs to a contract, such as the signed paper. @param by who has put it there @param size in bytes */
public record ContractFile(
        long id, long contractId, String name, String contentType, long size, String by, Instant at) {}

package org.triviumcrm.approval;

/** Somebody asked for an approval. */
public record CaseSubmitted(CaseRef approval) {}

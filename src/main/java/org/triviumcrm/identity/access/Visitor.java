package org.triviumcrm.identity.access;

import org.triviumcrm.identity.Viewer;

/** The viewer of a request together with what only the pages themselves need. */
public record Visitor(Viewer viewer, String theme, boolean mustChangePassword) {}

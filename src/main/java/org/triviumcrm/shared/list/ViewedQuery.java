package org.triviumcrm.shared.list;

/** A query with what its saved view keeps put in, and the views around it. */
record ViewedQuery(ListQuery query, ListViews views) {}

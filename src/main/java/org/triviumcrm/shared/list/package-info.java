/**
 * One engine for the lists of every noun: columns, filters, order, paging by key, saved views, chosen columns, export.
 *
 * <h2>A list for a noun</h2>
 *
 * <p>Declare a {@link org.triviumcrm.shared.list.ListDefinition} bean and one handler:
 *
 * <pre>{@code
 * @Configuration(proxyBeanMethods = false)
 * class CustomerList {
 *     static final String NOUN = "customer";                             // record type: scope("customer")
 *
 *     @Bean
 *     ListDefinition customers() {
 *         return ListDefinition.of(NOUN, "/customers")                   // its page
 *                 .messages("customer.customer")                         // titles: customer.customer.<key>
 *                 .permissions("customer.customer.view", "customer.customer.export")
 *                 .from("customer", "c")                                 // own table: id, owner_id, team_id
 *                 .join("left join person w on w.id = c.owner_id")       // for showing only
 *                 .column(link("name", "c.name", "c.id", "/customers/{id}")
 *                         .sortableNotNull("c.name").filterable().shown())
 *                 .column(named("owner", "w.name", "w.id").filterable("c.owner_id", Choices.people()).shown())
 *                 .column(choice("state", "c.state", Choices.of(State.class, "customer.state")).filterable())
 *                 .column(money("revenue", "c.revenue", "c.currency").sortable().filterable().shown())
 *                 .total("revenue", "c.base_revenue")
 *                 .sortedBy("name")
 *                 .build();
 *     }
 * }
 *
 * @GetMapping("/customers")
 * String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
 *     model.addAttribute("list", lists.page(CustomerList.NOUN, viewer, parameters));
 *     return "customer/customer/list";
 * }
 * }</pre>
 *
 * <p>The page is {@code <th:block th:replace="~{fragments/list :: page(${list})}">}. Filters, columns, views and export
 * have their addresses under {@code /lists/<noun>/…}; a noun does nothing for them. The file of an export is named by
 * the message {@code <messages>.file}.
 *
 * <h2>Addresses</h2>
 *
 * <p>{@code ?f.state=OPEN&f.state=WON&f.amount=1000..5000&f.closed=this-month&f.name.contains=acme&f.owner=me
 * &f.phone.empty&sort=-amount&columns=name,amount&view=7&size=50&after=…}. Links into a list are written with
 * {@link org.triviumcrm.shared.list.ListLink}, not by hand.
 *
 * <h2>Indexes, for a million rows</h2>
 *
 * <ul>
 *   <li>Sort and filter expressions use the noun's own table alone; a joined name is shown, and filtered by its id.
 *   <li>Each sortable column has a plain index {@code (expression, id)}; a text one {@code (x COLLATE trivium_words, id)}.
 *       Never null? {@code sortableNotNull}: one range less.
 *   <li>Each filterable column has an index that begins with it; {@code (x, id)} of a sortable one will do. "Starts with"
 *       and "equals" of a text need {@code ((lower(x) COLLATE "C"), id)}. Where most
 *       rows have no value and "is empty" is of no use to anyone, make it partial.
 *   <li>Where one date is filtered and another sorted by, let the index of each include the others, the owner and the
 *       team, and say {@code carrying(…)}.
 *   <li>"Contains" needs an array of two-character pieces with a GIN index: {@code containing("c.search_pieces")}.
 * </ul>
 *
 * <p>A page is: the person's choices, the views, the capped count with the totals, the rows: four statements, and one for
 * each filter by id, to name it.
 */
@NullMarked
package org.triviumcrm.shared.list;

import org.jspecify.annotations.NullMarked;

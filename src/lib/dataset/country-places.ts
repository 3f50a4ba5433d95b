import { countries } from './countries.ts';

/** Where a country or area lies, whether or not anybody in the published release is from there. */
export interface CountryPlace {
  /** ISO 3166-1 alpha-3; XKX for Kosovo. */
  readonly iso3: string;
  readonly subregion: string;
  readonly region: string;
  /** PRISM’s own grouping, as the release makes it of the country of birth. */
  readonly specialRegion: string;
}

type Rows = readonly [subregion: string, specialRegion: string, region: string, countries: string];

/**
 * The countries and areas of UN M49 that nobody in the published release named, with the name that pycountry gives them,
 * as the release does, and a shorter one where there is one. Another release may name them.
 */
const others: readonly Rows[] = [
  ['Northern America', 'Northern America', 'Americas', 'BMU Bermuda; GRL Greenland; SPM Saint Pierre and Miquelon'],
  [
    'Latin America and the Caribbean',
    'Latin America and the Caribbean',
    'Americas',
    'AIA Anguilla; ATG Antigua and Barbuda; ABW Aruba; BHS Bahamas; BRB Barbados; BLZ Belize; BOL Bolivia, Plurinational State of = Bolivia; BES Bonaire, Sint Eustatius and Saba; BVT Bouvet Island; CYM Cayman Islands; CRI Costa Rica; CUW Curaçao; DMA Dominica; ECU Ecuador; SLV El Salvador; FLK Falkland Islands (Malvinas) = Falkland Islands; GUF French Guiana; GRD Grenada; GLP Guadeloupe; GTM Guatemala; HTI Haiti; MTQ Martinique; MSR Montserrat; NIC Nicaragua; PAN Panama; PRY Paraguay; PER Peru; PRI Puerto Rico; BLM Saint Barthélemy; KNA Saint Kitts and Nevis; LCA Saint Lucia; MAF Saint Martin (French part) = Saint Martin; VCT Saint Vincent and the Grenadines; SXM Sint Maarten (Dutch part) = Sint Maarten; SGS South Georgia and the South Sandwich Islands; SUR Suriname; TTO Trinidad and Tobago; TCA Turks and Caicos Islands; VGB Virgin Islands, British = British Virgin Islands; VIR Virgin Islands, U.S. = United States Virgin Islands'
  ],
  [
    'Northern Europe',
    'Europe',
    'Europe',
    'FRO Faroe Islands; GGY Guernsey; IMN Isle of Man; JEY Jersey; SJM Svalbard and Jan Mayen; ALA Åland Islands'
  ],
  ['Western Europe', 'Europe', 'Europe', 'LIE Liechtenstein; MCO Monaco'],
  [
    'Southern Europe',
    'Europe',
    'Europe',
    'ALB Albania; AND Andorra; HRV Croatia; GIB Gibraltar; VAT Holy See (Vatican City State) = Holy See; XKX Kosovo; MLT Malta; MNE Montenegro; MKD North Macedonia; SMR San Marino; SRB Serbia'
  ],
  ['Eastern Europe', 'Europe', 'Europe', 'MDA Moldova, Republic of = Moldova'],
  [
    'Northern Africa',
    'Africa',
    'Africa',
    'DZA Algeria; EGY Egypt; LBY Libya; MAR Morocco; TUN Tunisia; ESH Western Sahara'
  ],
  [
    'Sub-Saharan Africa',
    'Africa',
    'Africa',
    'AGO Angola; BEN Benin; BWA Botswana; IOT British Indian Ocean Territory; BFA Burkina Faso; BDI Burundi; CPV Cabo Verde; CMR Cameroon; CAF Central African Republic; TCD Chad; COM Comoros; COG Congo; COD Congo, The Democratic Republic of the = Democratic Republic of the Congo; DJI Djibouti; GNQ Equatorial Guinea; ERI Eritrea; SWZ Eswatini; ETH Ethiopia; ATF French Southern Territories; GAB Gabon; GMB Gambia; GIN Guinea; GNB Guinea-Bissau; LBR Liberia; MDG Madagascar; MLI Mali; MRT Mauritania; MUS Mauritius; MYT Mayotte; MOZ Mozambique; NAM Namibia; NER Niger; RWA Rwanda; REU Réunion; SHN Saint Helena, Ascension and Tristan da Cunha = Saint Helena; STP Sao Tome and Principe = São Tomé and Príncipe; SEN Senegal; SYC Seychelles; SLE Sierra Leone; SOM Somalia; SSD South Sudan; TGO Togo; UGA Uganda; ZWE Zimbabwe'
  ],
  [
    'Western Asia',
    'Middle East',
    'Asia',
    'ARM Armenia; AZE Azerbaijan; BHR Bahrain; CYP Cyprus; GEO Georgia; IRQ Iraq; JOR Jordan; LBN Lebanon; OMN Oman; PSE Palestine, State of = Palestine; QAT Qatar; SAU Saudi Arabia; SYR Syrian Arab Republic = Syria; ARE United Arab Emirates; YEM Yemen'
  ],
  ['Central Asia', 'Asia', 'Asia', 'KGZ Kyrgyzstan; TJK Tajikistan; TKM Turkmenistan; UZB Uzbekistan'],
  ['Southern Asia', 'Asia', 'Asia', 'BTN Bhutan; IRN Iran, Islamic Republic of = Iran; MDV Maldives'],
  [
    'South-eastern Asia',
    'Asia',
    'Asia',
    "BRN Brunei Darussalam = Brunei; KHM Cambodia; LAO Lao People's Democratic Republic = Laos; MMR Myanmar; SGP Singapore; THA Thailand; TLS Timor-Leste"
  ],
  [
    'Eastern Asia',
    'Asia',
    'Asia',
    "PRK Korea, Democratic People's Republic of = North Korea; MAC Macao; MNG Mongolia; TWN Taiwan, Province of China = Taiwan"
  ],
  [
    'Australia and New Zealand',
    'Australia and New Zealand',
    'Oceania',
    'CXR Christmas Island; CCK Cocos (Keeling) Islands; HMD Heard Island and McDonald Islands; NFK Norfolk Island'
  ],
  [
    'Melanesia',
    'Oceania',
    'Oceania',
    'FJI Fiji; NCL New Caledonia; PNG Papua New Guinea; SLB Solomon Islands; VUT Vanuatu'
  ],
  [
    'Micronesia',
    'Oceania',
    'Oceania',
    'GUM Guam; KIR Kiribati; MHL Marshall Islands; FSM Micronesia, Federated States of = Micronesia; NRU Nauru; MNP Northern Mariana Islands; PLW Palau; UMI United States Minor Outlying Islands'
  ],
  [
    'Polynesia',
    'Oceania',
    'Oceania',
    'ASM American Samoa; COK Cook Islands; PYF French Polynesia; NIU Niue; PCN Pitcairn; WSM Samoa; TKL Tokelau; TUV Tuvalu; WLF Wallis and Futuna'
  ]
];

let byName: ReadonlyMap<string, CountryPlace> | undefined;

function everywhere(): ReadonlyMap<string, CountryPlace> {
  const known = countries.flatMap(({ name, label, ...place }) => [name, label].map((one) => [one, place] as const));
  const unnamed = others.flatMap(([subregion, specialRegion, region, list]) =>
    list.split('; ').flatMap((entry) => {
      const names = entry.slice(4).split(' = ');
      return names.map((one) => [one, { iso3: entry.slice(0, 3), subregion, region, specialRegion }] as const);
    })
  );
  return new Map<string, CountryPlace>([...unnamed, ...known]);
}

/** Where the country of that name lies; undefined for a name that is no country’s. */
export function placeOfCountry(name: string): CountryPlace | undefined {
  byName ??= everywhere();
  return byName.get(name);
}
